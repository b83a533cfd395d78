/** The parts used of packages that bring no types. */
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Promise<Container>;
}

declare module '@nlpjs/sentiment' {
  export class SentimentAnalyzer {
    constructor(settings: { container: unknown });
    process(input: { locale: string; text: string }): Promise<{ sentiment: { score: number } }>;
  }
}

declare module '@nlpjs/lang-ru' {
  export class LangRu {}
}

declare module '@nlpjs/lang-uk' {
  export class LangUk {}
}

declare module '@nlpjs/lang-en' {
  export class LangEn {}
}

declare module 'multilang-sentiment' {
  export default function sentiment(text: string, language: string): { score: number };
}

declare module 'natural/lib/natural/sentiment/SentimentAnalyzer.js' {
  export default class SentimentAnalyzer {
    constructor(language: string, stemmer: object, vocabulary: string);
    getSentiment(words: readonly string[]): number;
  }
}

declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    constructor(stemmer: object);
    addDocument(text: string, label: string): void;
    train(): void;
    getClassifications(text: string): { label: string; value: number }[];
  }
}
