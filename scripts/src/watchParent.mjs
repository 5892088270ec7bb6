// Preloaded into every process that Lectern starts. The channel to the parent closes when the parent is gone, even by
// SIGKILL; the process then ends itself as if it had been asked to, so that nothing is left running without an owner.
// Processes that such a process forks inherit the preload, but their channel is their own affair: hence the number.
if (process.channel && process.env.LECTERN_PARENT === String(process.ppid)) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
