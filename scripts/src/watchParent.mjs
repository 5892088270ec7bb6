// Preloaded into every process that Lectern starts. The channel to the parent closes when the parent is gone, even by
// SIGKILL; the process then ends itself as if it had been asked to, so that nothing is left running without an owner.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
