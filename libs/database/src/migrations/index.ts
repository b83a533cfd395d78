import type { MigrationInterface } from 'typeorm';
import { WorkspacesAndStaff1795330800000 } from './202611220700-workspaces-and-staff.js';
import { SourcesAndMentions1795331100000 } from './202611220705-sources-and-mentions.js';
import { Cases1795331400000 } from './202611220710-cases.js';
import { AlertsAndDurableWork1795331700000 } from './202611220715-alerts-and-durable-work.js';
import { DemoRemoval1795332000000 } from './202611220720-demo-removal.js';
import { NotesOfAssessments1795510800000 } from './202611240900-notes-of-assessments.js';
import { Recovery1795511400000 } from './202611240920-recovery.js';
import { Places1795597800000 } from './202611251010-places.js';
import { ClosedByFailure1795598400000 } from './202611251020-closed-by-failure.js';
import { CustomerLinks1795599000000 } from './202611251030-customer-links.js';
import { Reports1795599600000 } from './202611251040-reports.js';
import { Registers1795600200000 } from './202611251050-registers.js';
import { SuggestionsAndCauses1795600260000 } from './202611251051-suggestions-and-causes.js';
import { Incidents1795600800000 } from './202611251100-incidents.js';
import { MissedContacts1795601400000 } from './202611251110-missed-contacts.js';
import { DemoLetters1795602000000 } from './202611251120-demo-letters.js';
import { WhyOfAssessments1795651200000 } from './202611260000-why-of-assessments.js';
import { Readers1795651800000 } from './202611260010-readers.js';
import { Corrections1795652400000 } from './202611260020-corrections.js';
import { TakenBackCorrections1795653300000 } from './202611260035-taken-back-corrections.js';
import { Unsure1795653420000 } from './202611260037-unsure.js';
import { GoneMentions1795663200000 } from './202611260200-gone-mentions.js';
import { Inbox1795663800000 } from './202611260210-inbox.js';
import { CallBudgets1795654800000 } from './202611260100-call-budgets.js';
import { Erasures1795664400000 } from './202611260220-erasures.js';
import { NewWeights1795665000000 } from './202611260230-new-weights.js';
import { HealthOfSources1795665600000 } from './202611260240-health-of-sources.js';
import { Samples1795666800000 } from './202611260300-samples.js';
import { HeldTokens1795667400000 } from './202611260310-held-tokens.js';
import { WipedNotes1795670400000 } from './202611260320-wiped-notes.js';
import { Adaptations1795667700000 } from './202611260315-adaptations.js';
import { UnparsedMail1795672200000 } from './202611260350-unparsed-mail.js';
import { ReportedMentions1795671600000 } from './202611260340-reported-mentions.js';
import { Consents1795671000000 } from './202611260330-consents.js';
import { AnswersInstead1795674600000 } from './202611260430-answers-instead.js';
import { OrderOfEvents1795683600000 } from './202611260900-order-of-events.js';
import { PartsOfSeconds1795684200000 } from './202611260910-parts-of-seconds.js';
import { PlatformsEdits1795715400000 } from './202611261750-platforms-edits.js';
import { BegunAnswers1795717800000 } from './202611261830-begun-answers.js';
import { ProxiesOfConsents1795731300000 } from './202611262215-proxies-of-consents.js';
import { Decisions1795732800000 } from './202611262240-decisions.js';

/** Every migration in order; a list instead of a file pattern, so that the build can see them. */
export const migrations: (new () => MigrationInterface)[] = [
  WorkspacesAndStaff1795330800000,
  SourcesAndMentions1795331100000,
  Cases1795331400000,
  AlertsAndDurableWork1795331700000,
  DemoRemoval1795332000000,
  NotesOfAssessments1795510800000,
  Recovery1795511400000,
  Places1795597800000,
  ClosedByFailure1795598400000,
  CustomerLinks1795599000000,
  Reports1795599600000,
  Registers1795600200000,
  SuggestionsAndCauses1795600260000,
  Incidents1795600800000,
  MissedContacts1795601400000,
  DemoLetters1795602000000,
  WhyOfAssessments1795651200000,
  Readers1795651800000,
  Corrections1795652400000,
  TakenBackCorrections1795653300000,
  Unsure1795653420000,
  GoneMentions1795663200000,
  Inbox1795663800000,
  CallBudgets1795654800000,
  Erasures1795664400000,
  NewWeights1795665000000,
  HealthOfSources1795665600000,
  Samples1795666800000,
  HeldTokens1795667400000,
  WipedNotes1795670400000,
  Adaptations1795667700000,
  Consents1795671000000,
  ReportedMentions1795671600000,
  UnparsedMail1795672200000,
  AnswersInstead1795674600000,
  OrderOfEvents1795683600000,
  PartsOfSeconds1795684200000,
  PlatformsEdits1795715400000,
  BegunAnswers1795717800000,
  ProxiesOfConsents1795731300000,
  Decisions1795732800000,
];
