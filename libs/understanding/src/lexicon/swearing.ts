import { words } from './lexicon.js';

/**
 * Beginnings of swear words as people mask them: `п#здец`, `f***`. A masked word is read only if it fits one of these;
 * where several fit, the first does. What follows the beginning is taken as it is written.
 */
export const swearing: readonly string[] = [
  // Russian, and what Ukrainians use of it.
  ...words(`пиздец пизд хуй хуе хуё хуи хуя наху похуй охуе ахуе охуи
    блять блядь бляд сук гавн говн говён говен еба ебу ебн ёба ебё ебл заеб
    заёб наеб наёб поеб въеб выеб уеб уёб долбоеб долбоёб пидор пидар пидр мудак мудил дерьм
    жоп гандон гондон залуп шлюх тварь урод чмо дебил идиот мраз срал срат срань сран хрен херня хер лох`),
  // Ukrainian.
  ...words('гівн гівен гімно лайн підор підар курв срак сран бздур виблядок довбойоб йоб'),
  ...words(`fuck bullshit shit bitch cunt asshole arsehole ass bastard crap damn dick piss wank
    motherfuck twat bollocks scum idiot stupid`),
];
