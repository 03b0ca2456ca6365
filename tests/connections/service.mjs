// A real sign-in service on this machine: the OpenID Connect provider of the npm package oidc-provider, whose sign-in page
// takes any name, and which can be told to lie. Run by tests/connections/service.py: node service.mjs PORT REDIRECT...
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { SignJWT, decodeJwt, exportJWK, generateKeyPair } from "jose";

const [port, ...backs] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
const { privateKey: strangersKey } = await generateKeyPair("RS256", { extractable: true });
const key = { ...(await exportJWK(privateKey)), kid: "ours", alg: "RS256", use: "sig" };
// What it says of whom, and which lie it tells: changed by POST /tell.
let told = { people: {}, amr: {}, lie: "" };

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "openmarac",
      client_secret: "an invented secret of the service",
      redirect_uris: backs,
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  jwks: { keys: [key] },
  cookies: { keys: ["an invented key"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  conformIdTokenClaims: false,
  claims: { openid: ["sub", "tid", "oid", "email", "amr", "auth_time"] },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  async findAccount(_context, name) {
    return { accountId: name, claims: async () => ({ sub: name, ...told.people[name] }) };
  },
  async loadExistingGrant(context) {
    const { client, session } = context.oidc;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
});

const LIES = {
  issuer: { iss: "http://localhost:1/another" },
  audience: { aud: "another-client" },
  both: { aud: ["openmarac", "another-client"], azp: "another-client" },
  nonce: { nonce: "another" },
  expired: { exp: Math.floor(Date.now() / 1000) - 3600 },
  tenant: { tid: "22222222-2222-4222-8222-222222222222" },
};

async function changed(token) {
  const claims = { ...decodeJwt(token), ...LIES[told.lie] };
  if (told.lie === "unsigned") {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return `${part({ alg: "none" })}.${part(claims)}.`;
  }
  if (told.lie === "secret") {
    return new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from("an invented secret of the service"));
  }
  const signing = told.lie === "key" ? strangersKey : privateKey;
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "ours" }).sign(signing);
}

provider.use(async (context, next) => {
  if (told.lie === "hanging" && context.path === "/.well-known/openid-configuration") return new Promise(() => {});
  if (told.lie === "redirect" && context.path === "/token") return context.redirect("http://localhost:1/elsewhere");
  await next();
  if (told.lie === "another" && context.path === "/.well-known/openid-configuration") context.body.issuer = "https://login.example.net";
  if (told.lie === "elsewhere" && context.body?.token_endpoint) context.body.token_endpoint = "http://127.0.0.2:1/token";
  if (told.lie && context.body?.id_token) context.body = { ...context.body, id_token: await changed(context.body.id_token) };
});

const pages = provider.callback();
createServer(async (request, response) => {
  const body = () => new Promise((done) => { let text = ""; request.on("data", (part) => (text += part)); request.on("end", () => done(text)); });
  if (request.url === "/tell") {
    told = { ...told, ...JSON.parse(await body()) };
    response.end("told");
  } else if (request.url.startsWith("/interaction/") && request.method === "POST") {
    const who = new URLSearchParams(await body()).get("who");
    await provider.interactionFinished(request, response, { login: { accountId: who, amr: told.amr[who] ?? ["pwd"] } });
  } else if (request.url.startsWith("/interaction/")) {
    response.setHeader("Content-Type", "text/html");
    response.end('<!doctype html><html lang="en"><title>Agency</title><main><h1>Sign in to your agency</h1><form method="post"><label for="who">Who</label> <input id="who" name="who"> <button>Sign in</button></form></main>');
  } else {
    pages(request, response);
  }
}).listen(Number(port), "localhost", () => console.log("ready"));
