/** Launches on nodes whose disks and directories are not as they should be. */
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Launch, Outcome } from '../../src/transport/transport.ts'
import { type BoxUser, type NodeBox, nodeBox, nodeBoxMissing } from '../support/node-box.ts'
import { ended, go, launchOf, limits, text } from './contract.ts'

const missing = nodeBoxMissing()
const node = { name: 'box', transport: 'local' } as const
const never = new AbortController().signal

describe.skipIf(missing)(`the state directory ${missing ?? ''}`, () => {
  let box: NodeBox
  afterEach(() => box.stop())
  const open = async (setup = ''): Promise<void> => {
    box = await nodeBox(`chmod 1777 /home; ${setup}`)
  }
  const run = async (user: BoxUser, launch: Launch): Promise<Outcome> => {
    const outcome = await box.login({ user }).run(node, launch, limits(), never, go)
    outcome.acknowledge?.()
    return outcome
  }

  describe.each(['root', 'ordinary'] as const)('of %s', (user) => {
    const state = { root: '/var/lib/rune', ordinary: '/home/box/.local/state/rune' }[user]
    const parents =
      user === 'root'
        ? ''
        : 'install -d -m 700 -o "$1" -g "$1" /home/box/.local /home/box/.local/state;'
    const uid = user === 'root' ? '0' : '"$1"'

    it('is made private, and taken back to 0700 where it is not', async () => {
      await open()
      expect(text(ended(await run(user, launchOf('echo one'))).stdout)).toBe('one\n')
      expect(box.sh(`stat -c %a ${state}`)).toBe('700\n')
      box.sh(`chmod 777 ${state}`)
      await run(user, launchOf('echo two'))
      expect(box.sh(`stat -c %a ${state}`)).toBe('700\n')
    })

    it.each([
      ['a symlink', `install -d -o ${uid} /home/elsewhere; ln -s /home/elsewhere ${state}`],
      ['a symlink that leads nowhere', `ln -s /home/elsewhere ${state}`],
      ['of another user', `install -d -m 777 -o 65534 ${state}`],
      ['a file', `touch ${state}`],
    ])('is passed over where it is %s', async (_, make) => {
      await open(`${parents} ${make}`)
      const outcome = ended(await run(user, launchOf('echo "$0"')))
      expect(text(outcome.stdout)).toMatch(/^\/var\/tmp\/rune-\d+\//)
      expect(outcome.warnings).toEqual([])
      expect(box.sh('ls -A /home/elsewhere 2>/dev/null || :')).toBe('')
    })

    const nowhere = `${parents} ln -s /home/elsewhere ${state}; ln -s /home/elsewhere /var/tmp/rune-${uid}`
    const refusals: [string, string][] = [
      ['a symlink everywhere', nowhere],
      [
        'on a read-only disk',
        `${parents} mount -o remount,ro /var/lib; mount -o remount,ro /home; mount -o remount,ro /var/tmp`,
      ],
      [
        'on a full disk',
        `${parents} install -d -o ${uid} -g ${uid} -m 700 ${state}; cat /dev/zero >/home/fill 2>/dev/null || :; cat /dev/zero >/var/lib/fill 2>/dev/null || :`,
      ],
      [
        'on a disk without inodes',
        `${parents} install -d -o ${uid} -g ${uid} -m 700 ${state}; mount -t tmpfs -o nr_inodes=1,mode=700,uid=${uid} full ${state}`,
      ],
    ]
    it.each(refusals)(
      'is refused %s before GO, and what only reads runs without it',
      async (_, setup) => {
        await open(setup)
        let asked = 0
        const journal = {
          ready: async () => {
            asked += 1
            return 'go' as const
          },
        }
        const change = await box
          .login({ user })
          .run(node, launchOf('echo ran'), limits(), never, journal)
        expect(change).toMatchObject({ kind: 'not-started', reason: 'node-state' })
        expect(asked).toBe(0)
        const read = ended(await run(user, launchOf('echo read', { readOnly: true })))
        expect(text(read.stdout)).toBe('read\n')
        expect(read.warnings.join()).toContain('was not kept there')
      },
    )

    it('works with /tmp read-only, full and noexec', async () => {
      await open(
        'mount -t tmpfs -o noexec,size=4k tmpfs /tmp; cat /dev/zero >/tmp/fill 2>/dev/null || :; mount -o remount,ro /tmp',
      )
      const outcome = ended(await run(user, launchOf('echo ok; echo note >&2')))
      expect(text(outcome.stdout)).toBe('ok\n')
      expect(outcome.warnings).toEqual([])
    })

    it('needs no right to execute files where the state is', async () => {
      await open('mount -o remount,noexec /var/lib; mount -o remount,noexec /home')
      expect(text(ended(await run(user, launchOf('echo ok'))).stdout)).toBe('ok\n')
    })

    it('answers a known key from a disk that has become read-only since, and from nowhere else', async () => {
      await open('touch /home/ledger; chmod 666 /home/ledger')
      const launch = launchOf('echo ran >>/home/ledger; echo once', { readOnly: true })
      await run(user, launch)
      const disk = user === 'root' ? '/var/lib' : '/home/box'
      box.sh(`mount --bind ${disk} ${disk}; mount -o remount,bind,ro ${disk}`)
      const again = ended(await run(user, { ...launch, nonce: launchOf('').nonce }))
      expect(again.replayOf).toBe(launch.nonce)
      const collection = { what: 'result', told: true, waitMs: 1_000 } as const
      const found = await box.login({ user }).collect(node, launch, collection, limits(), never)
      expect(text(ended(found).stdout)).toBe('once\n')
      expect(box.sh('cat /home/ledger')).toBe('ran\n')
    })

    it('answers a known key where a better place has become usable since', async () => {
      await open(
        `${parents} ln -s /home/elsewhere ${state}; touch /home/ledger; chmod 666 /home/ledger`,
      )
      const launch = launchOf('echo ran >>/home/ledger')
      await run(user, launch)
      box.sh(`rm ${state}`)
      const again = ended(await run(user, { ...launch, nonce: launchOf('').nonce }))
      expect(again.replayOf).toBe(launch.nonce)
      expect(box.sh('cat /home/ledger')).toBe('ran\n')
    })

    it('takes nothing for an entry that another user has put there', async () => {
      await open(`${parents} install -d -m 777 -o ${uid} ${state}`)
      const launch = launchOf('echo real')
      await run(user, launch)
      const entry = `${state}/${entryOf(launch)}`
      box.sh(`chmod 777 ${state}; chown -R 65534 ${entry}`)
      expect(await run(user, launch)).toMatchObject({ kind: 'not-started', reason: 'node-state' })
      const collection = { what: 'result', told: true, waitMs: 1_000 } as const
      const found = await box.login({ user }).collect(node, launch, collection, limits(), never)
      expect(found).toMatchObject({ kind: 'unknown' })
    })

    it('never follows a symlink at the place of an entry', async () => {
      await open()
      const launch = launchOf('echo ran')
      await run(user, launchOf('true'))
      box.sh(
        `mkdir /home/outside; chmod 777 /home/outside; ln -s /home/outside ${state}/${entryOf(launch)}`,
      )
      const outcome = await run(user, launch)
      expect(outcome).toMatchObject({ kind: 'not-started', reason: 'node-state' })
      expect(box.sh('ls -A /home/outside')).toBe('')
    })

    describe('that fills up while the plugin runs', () => {
      const small = `${parents} install -d -o ${uid} -g ${uid} -m 700 ${state}; mount -t tmpfs -o size=64k,mode=700,uid=${uid} small ${state}`
      const fill = `cat /dev/zero >"${state}/fill" 2>/dev/null`

      it.each([
        ['a short answer', 'echo answer', 'answer\n'],
        ['an answer with NUL bytes', 'printf "a\\0b\\n"', 'a\0b\n'],
        ['an answer past the disk', 'printf "%0200000d" 7', `${'0'.repeat(199_999)}7`],
      ])('still gives %s, with a warning', async (_, script, answer) => {
        await open(small)
        const launch = launchOf(`${fill}; echo why >&2; ${script}; exit 3`)
        const outcome = ended(await run(user, launch))
        expect(outcome.exit).toBe(3)
        expect(text(outcome.stdout)).toBe(answer)
        expect(outcome.stdout.truncated).toBe(false)
        expect(outcome.stderr).toMatchObject({ total: 4, truncated: true })
        expect(outcome.warnings.join()).toContain('its disk is full')
        const copies = (): string => box.sh(`ls /dev/shm/rune-$(stat -c %u ${state})`)
        await expect.poll(copies).not.toContain(entryOf(launch))
      })

      it('never collects less than the whole answer', async () => {
        await open(small)
        const launch = launchOf(`${fill}; echo answer`)
        await run(user, launch)
        const collection = { what: 'result', told: true, waitMs: 1_000 } as const
        const found = await box.login({ user }).collect(node, launch, collection, limits(), never)
        expect(found).toMatchObject({ kind: 'unknown' })
      })

      it('keeps the result as ever where the plugin makes room again', async () => {
        await open(small)
        const launch = launchOf(
          `${fill}; echo answer; sleep 0.2; rm "${state}/fill"; echo note >&2`,
        )
        const outcome = ended(await run(user, launch))
        expect(outcome.warnings).toEqual([])
        const again = await run(user, { ...launch, nonce: launchOf('').nonce })
        expect(text(ended(again).stdout)).toBe('answer\n')
      })
    })
  })
})

/** The folder's name as the launcher makes it of the run key. */
function entryOf({ runKey }: Launch): string {
  return createHash('sha256').update(runKey).digest('hex').slice(0, 40)
}
