/** Who a mail is from: `?from=` of the `SMTP_URL`, else its user where that is an address; else `undefined`. */
export function senderOf(smtpUrl: string): string | undefined {
  if (!URL.canParse(smtpUrl)) return undefined
  const { searchParams, username } = new URL(smtpUrl)
  // In a URL the @ of a user name stands as %40.
  return [searchParams.get('from') ?? '', username.replace(/%40/, '@')].find((name) => name.includes('@'))
}
