import type { Paragraph } from './source'
import type { Translated } from './translated'

type Forum = {
  slug: string
  name: Translated
  description: Translated
  paragraphs: Paragraph[]
}

export const forum: Forum = {
  slug: 'astana-think-tank-forum',
  name: {
    en: 'Astana Think Tank Forum',
    kk: 'Астана талдау орталықтарының форумы',
    ru: 'Астанинский форум аналитических центров',
  },
  description: {
    en: 'A forum on international affairs for experts, diplomats and policymakers. All that the archive knows of it so far comes from one news article about the edition of 2025, which the article counts as the second.',
    kk: 'Сарапшыларға, дипломаттарға және саясат әзірлеушілерге арналған халықаралық қатынастар форумы. Мұрағаттағы барлық мәлімет әзірге 2025 жылғы кездесу туралы бір мақаладан алынған; мақала оны екінші кездесу деп атайды.',
    ru: 'Форум по международным делам для экспертов, дипломатов и тех, кто вырабатывает политику. Всё, что пока известно о нём архиву, взято из одной статьи о встрече 2025 года, которую статья называет второй.',
  },
  paragraphs: ['P1'],
}
