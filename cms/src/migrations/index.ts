import * as migration_20261122_203434_initial from './20261122_203434_initial';
import * as migration_20261122_223025_lean_indexes from './20261122_223025_lean_indexes';
import * as migration_20261122_223352_queue_policies from './20261122_223352_queue_policies';
import * as migration_20261122_224147_arabic_content from './20261122_224147_arabic_content';
import * as migration_20261122_225912_attempt_files from './20261122_225912_attempt_files';
import * as migration_20261122_230309_question_bank from './20261122_230309_question_bank';
import * as migration_20261122_231002_xp from './20261122_231002_xp';
import * as migration_20261122_231307_behaviours from './20261122_231307_behaviours';
import * as migration_20261122_231518_notifications from './20261122_231518_notifications';
import * as migration_20261122_232301_achievements from './20261122_232301_achievements';
import * as migration_20261122_233037_practice from './20261122_233037_practice';
import * as migration_20261122_234150_push from './20261122_234150_push';
import * as migration_20261122_235941_no_leaderboards from './20261122_235941_no_leaderboards';
import * as migration_20261123_030730_site_settings from './20261123_030730_site_settings';
import * as migration_20261123_031005_leaderboards from './20261123_031005_leaderboards';
import * as migration_20261123_032440_ledger_notes from './20261123_032440_ledger_notes';

export const migrations = [
  {
    up: migration_20261122_203434_initial.up,
    down: migration_20261122_203434_initial.down,
    name: '20261122_203434_initial',
  },
  {
    up: migration_20261122_223025_lean_indexes.up,
    down: migration_20261122_223025_lean_indexes.down,
    name: '20261122_223025_lean_indexes',
  },
  {
    up: migration_20261122_223352_queue_policies.up,
    down: migration_20261122_223352_queue_policies.down,
    name: '20261122_223352_queue_policies',
  },
  {
    up: migration_20261122_224147_arabic_content.up,
    down: migration_20261122_224147_arabic_content.down,
    name: '20261122_224147_arabic_content',
  },
  {
    up: migration_20261122_225912_attempt_files.up,
    down: migration_20261122_225912_attempt_files.down,
    name: '20261122_225912_attempt_files',
  },
  {
    up: migration_20261122_230309_question_bank.up,
    down: migration_20261122_230309_question_bank.down,
    name: '20261122_230309_question_bank',
  },
  {
    up: migration_20261122_231002_xp.up,
    down: migration_20261122_231002_xp.down,
    name: '20261122_231002_xp',
  },
  {
    up: migration_20261122_231307_behaviours.up,
    down: migration_20261122_231307_behaviours.down,
    name: '20261122_231307_behaviours',
  },
  {
    up: migration_20261122_231518_notifications.up,
    down: migration_20261122_231518_notifications.down,
    name: '20261122_231518_notifications',
  },
  {
    up: migration_20261122_232301_achievements.up,
    down: migration_20261122_232301_achievements.down,
    name: '20261122_232301_achievements',
  },
  {
    up: migration_20261122_233037_practice.up,
    down: migration_20261122_233037_practice.down,
    name: '20261122_233037_practice',
  },
  {
    up: migration_20261122_234150_push.up,
    down: migration_20261122_234150_push.down,
    name: '20261122_234150_push',
  },
  {
    up: migration_20261122_235941_no_leaderboards.up,
    down: migration_20261122_235941_no_leaderboards.down,
    name: '20261122_235941_no_leaderboards',
  },
  {
    up: migration_20261123_030730_site_settings.up,
    down: migration_20261123_030730_site_settings.down,
    name: '20261123_030730_site_settings',
  },
  {
    up: migration_20261123_031005_leaderboards.up,
    down: migration_20261123_031005_leaderboards.down,
    name: '20261123_031005_leaderboards',
  },
  {
    up: migration_20261123_032440_ledger_notes.up,
    down: migration_20261123_032440_ledger_notes.down,
    name: '20261123_032440_ledger_notes'
  },
];
