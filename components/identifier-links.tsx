import { type Identifier, identifierUrl, registryName } from '@/lib/identifiers'

/** What public registries call a record, each leading to its entry there. */
export function IdentifierLinks({ identifiers }: { identifiers: Identifier[] }) {
  return (
    <ul>
      {identifiers.map((identifier) => (
        <li key={`${identifier.scheme} ${identifier.value}`}>
          {registryName(identifier)}{' '}
          <a className="link wrap-anywhere" href={identifierUrl(identifier)} rel="external">
            {identifier.value}
          </a>
        </li>
      ))}
    </ul>
  )
}
