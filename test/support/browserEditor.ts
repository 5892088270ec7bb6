import type { Page } from 'playwright-core'
import { findDemoAccount, findInstallation } from './browserInstallation.ts'

/** Through the admin's own form, whose words are those of the browser's language. */
export async function signInToAdmin({ page, role }: { page: Page; role: string }): Promise<void> {
  const { email, password } = findDemoAccount({ data: findInstallation().data, role })
  await page.goto('/admin/login')
  await page.locator('#field-email').fill(email)
  await page.locator('#field-password').fill(password)
  await page.locator('form.login__form button[type=submit]').click()
  await page.waitForURL(/\/admin\/?$/)
}
