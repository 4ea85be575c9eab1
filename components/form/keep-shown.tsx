'use client'

import { Component, type ReactNode } from 'react'

type Props = { children: ReactNode }
type State = { of: ReactNode; hasFailed: boolean }

/** A part of the page that comes anew with an answer: where the new one cannot be made, the one before stays. */
export class KeepShown extends Component<Props, State> {
  override state: State = { of: this.props.children, hasFailed: false }
  private good: ReactNode = null

  static getDerivedStateFromProps({ children }: Props, { of }: State): State | null {
    return children === of ? null : { of: children, hasFailed: false }
  }

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true }
  }

  override componentDidMount() {
    this.keep()
  }

  override componentDidUpdate() {
    this.keep()
  }

  private keep() {
    if (!this.state.hasFailed) this.good = this.props.children
  }

  override render() {
    return this.state.hasFailed ? this.good : this.props.children
  }
}
