import * as migration_20261122_203434_initial from './20261122_203434_initial';

export const migrations = [
  {
    up: migration_20261122_203434_initial.up,
    down: migration_20261122_203434_initial.down,
    name: '20261122_203434_initial'
  },
];
