export * from '@lectern/kernel/site/check'
