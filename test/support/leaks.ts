/** A plugin that tells its secret in every way that it knows, and the project around it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InventoryNode, ProjectFile } from '../../src/protocol/types.gen.ts'
import { makeProject, type TestProject } from './project.ts'
import { shows } from './secret-forms.ts'

/** `how` says where the secret goes: into data, an error, output that is no JSON, or only onto stderr. */
const SCRIPT = `import base64, json, os, shlex, sys, urllib.parse
given = json.load(sys.stdin)
parameters = given["payload"]["input_parameters"]
secret, how = parameters["password"], parameters["how"]
raw = secret.encode()
forms = [
    secret,
    json.dumps(secret)[1:-1],
    json.dumps(secret, ensure_ascii=False)[1:-1],
    json.dumps(json.dumps(secret)),
    urllib.parse.quote(secret, safe=""),
    urllib.parse.quote_plus(secret),
    "".join("%%%02x" % byte for byte in raw),
    raw.hex(),
    raw.hex().upper(),
    raw.hex(" "),
    *(base64.b64encode(b"x" * n + raw).decode() for n in range(3)),
    base64.encodebytes(b"some text in front of it, so that lines are full " + raw).decode(),
    base64.urlsafe_b64encode(raw).decode(),
    shlex.quote(secret),
    repr(secret),
    "".join("\\\\%03o" % byte for byte in raw),
    *secret.split("\\n"),
]
sys.stderr.write("trace " + " | ".join(forms) + "\\n")
sys.stderr.flush()
for byte in raw:
    os.write(2, bytes([byte]))
os.write(2, b"\\n" + secret.encode("utf-16-le") + b"\\n")
answer = {"message_metadata": given["message_metadata"], "observability": given["observability"]}
if how == "data":
    data = {"said": secret, "message": "did it", "more": {"key " + form: [form] for form in forms}}
    answer.update(payload={"result": "success", "output_data": data}, error=None)
elif how == "error":
    error = {"code": 3, "message": "no: " + " ".join(forms), "details": {form: form for form in forms}}
    answer.update(payload=None, error=error)
elif how == "environment":
    data = {"said": json.dumps(dict(os.environ)), "message": "did it"}
    answer.update(payload={"result": "success", "output_data": data}, error=None)
else:
    print(secret, end="")
sys.stdout.write(json.dumps(answer))
sys.exit(3 if how == "error" else 0)
`

const ECHO = `source "\${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
rune_out said "$(rune_param text)"
rune_finish ok
`

const text = { type: 'string', maxLength: 200_000 } as const
export const SECRETS_ALLOWED = { leak: ['DB_ADMIN'] }

export function leakProject(
  nodes: Readonly<Record<string, InventoryNode>>,
  more: { readonly secrets?: NonNullable<ProjectFile['policy']['secrets']> } = {},
): Promise<TestProject> {
  const { secrets = SECRETS_ALLOWED } = more
  return makeProject({
    nodes,
    git: true,
    policy: {
      allow: [
        { effects: ['read', 'change'], actors: ['*'], triggers: ['cli', 'workflow_dispatch'] },
      ],
      secrets,
      approvals: { change: 0, 'policy-change': 0 },
      limits: { transports: ['ssh', 'local'], unversioned: ['read', 'change'] },
    },
    modules: {
      leaks: {
        manifest: {
          actions: {
            leak: {
              description: 'Tells its secret',
              run: 'leak.py',
              interpreter: 'python3',
              effect: 'change',
              'dry-run': true,
              timeout: '60s',
              input: {
                how: { type: 'string', maxLength: 40, required: true },
                password: { type: 'string', maxLength: 4000, secret: true, required: true },
              },
              output: {
                said: { ...text, required: true },
                more: { type: 'object', additionalProperties: true },
              },
            },
            repeat: {
              description: 'Answers with what it was given',
              run: 'repeat.sh',
              effect: 'read',
              'dry-run': true,
              input: { text: { ...text, required: true } },
              output: { said: { ...text, required: true } },
            },
          },
        },
        files: { 'leak.py': SCRIPT, 'repeat.sh': ECHO },
      },
    },
    runbooks: {
      leak: {
        inputs: {
          how: { type: 'string', maxLength: 40, default: 'data' },
          db_admin: { type: 'string', minLength: 8, maxLength: 4000, secret: true, required: true },
        },
        targets: { select: 'role=db', max: 10 },
        steps: [
          {
            id: 'leak',
            uses: 'leak',
            with: { how: '${{ inputs.how }}', password: '${{ inputs.db_admin }}' },
          },
          { id: 'later', uses: 'repeat', with: { text: '${{ steps.leak.output.said }}' } },
        ],
      },
    },
  })
}

/** Every file of a folder in which the secret shows, with the encodings; empty when there is none. */
export function leaksIn(folder: string, secret: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const names = Buffer.from(entries.map(({ name }) => name).join('\n'))
  return [
    ...shows(names, secret).map((form) => `a file's name: ${form}`),
    ...entries
      .filter((entry) => entry.isFile())
      .flatMap(({ parentPath, name }) =>
        shows(readFileSync(join(parentPath, name)), secret).map((form) => `${name}: ${form}`),
      ),
  ]
}
