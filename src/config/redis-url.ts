/** Whether a text is the address of a Redis: no query, since the client would read its own settings from it. */
export function isRedisUrl(text: string): boolean {
  if (!/^rediss?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password, pathname, search, hash } = new URL(text);
  const isPlain = hostname !== '' && /^\/?\d{0,4}$/.test(pathname) && search === '' && hash === '';
  return isPlain && isDecodable(username) && isDecodable(password);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
