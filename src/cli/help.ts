import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the package; it lies two folders up, both from here and from the bundle. */
export const VERSION = (JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string }).version;

export const HELP = `cdk-serverless-crud-api ${VERSION}: runs a CDK app's APIs, tables and pages on this machine

Usage: cdk-serverless-crud-api COMMAND [OPTIONS], in the folder of cdk.json

dev       synthesizes the app and serves what its template says; a change of the app is deployed anew
  --app CMD|DIR    the app's command, or a cloud assembly that is there already; default: "app" of cdk.json
  --output DIR     where the assembly is written; default: cdk.out
  --port N         default: PORT of the environment, or 3000, and the next free one if it is in use
  --host HOST      address to listen on; default: 127.0.0.1
  --data DIR       keeps the items in this folder; default: in memory
  --fsync          answers a write only when it would survive a loss of power
  --cross-origin   serves pages and APIs at addresses of their own
  --chaos SEED     calls to DynamoDB meet faults: throttled, refused, lost answers, none, garbled ones; as the whole number SEED has it
  --no-watch       does not look for changes
  --open           opens the page in a browser
  --verbose        shows every line that functions write
  --json           prints addresses and routes as one line of JSON

routes    lists method, path, operation, function and IAM actions of every route
  --app CMD|DIR, --output DIR, --json

openapi   writes the OpenAPI 3.1 document of the app's API, as JSON
  --app CMD|DIR
  --output FILE    default: standard output
  --api NAME       of several APIs, the one to describe
  --title TEXT     default: the API's name
  --api-version V  default: 1.0.0
  --server URL     where the API is; may be repeated; default: where the document is

token     prints a token that a running app's JWT authorizer accepts
  --sub NAME       the subject
  --claim K=V      a further claim; may be repeated
  --expires-in S   seconds; default: 3600
  --issuer URL, --audience NAME
                   of the authorizer that is to accept it, where the app has several
  --url URL        of the running app; default: http://127.0.0.1:3000

doctor    checks what the app needs: Node.js, cdk.json, the app's packages, the port
  --json

--help, --version`;
