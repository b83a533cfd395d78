import type { CauseWords } from './cause-words.js';

export const en: CauseWords = {
  people:
    'courier couriers driver drivers deliveryman delivery-man rider riders postman cabbie technician technicians fitter plumber engineer cashier waiter waitress operator operators agent agents consultant manager managers trainer receptionist doctor guy man lady',
  called: 'named called name is was by the surname',
  whose: 'the your our a that who this',
  number: 'no number num nr №',
  branches:
    'shop shops store stores branch branches depot depots warehouse outlet office offices cafe restaurant pharmacy clinic club gym salon terminal locker supermarket station bookshop',
  at: 'on in at near by off',
  streets:
    'street st avenue ave road rd lane square boulevard blvd drive market mall centre center park plaza',
  numbered: 'flight flights train trains bus buses route routes',
  speech:
    'said says say told tell tells answered answers replied replies wrote writes promised promises claimed words phrase shouted asked clicked pressed button reads',
  notNames:
    'i you we he she it they but and or so the a an is was are were no not yes when then yesterday today tomorrow after before why where how god please my your our their this that who if',
};
