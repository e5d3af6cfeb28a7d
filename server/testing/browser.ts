/** A browser without JavaScript: it follows redirects, keeps cookies for each origin, and sends forms as pages have them. */
export class Browser {
  readonly #jar = new Map<string, Map<string, string>>();

  cookies(origin: string): Map<string, string> {
    const found = this.#jar.get(origin) ?? new Map<string, string>();
    this.#jar.set(origin, found);
    return found;
  }

  /** One request, and no redirect. */
  async once(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const cookie = [...this.cookies(origin)].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { ...(cookie ? { cookie } : {}), ...(init.headers as object) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const isOver = attributes.some(
        (one) => /^max-age=0$/i.test(one) || (/^expires=/i.test(one) && Date.parse(one.slice(8)) < Date.now()),
      );
      if (isOver) this.cookies(origin).delete(name);
      else this.cookies(origin).set(name, value);
    }
    return response;
  }

  /** As a person sees it: where it ends, with what. */
  async go(url: string | URL, init: RequestInit = {}): Promise<{ url: URL; status: number; text: string }> {
    let at = new URL(url);
    let response = await this.once(at, init);
    for (let times = 0; response.status >= 300 && response.status < 400 && times < 20; times++) {
      at = new URL(response.headers.get('location') ?? '', at);
      response = await this.once(at);
    }
    return { url: at, status: response.status, text: await response.text() };
  }
}
