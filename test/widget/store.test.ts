import { assert } from 'chai'
import { entry, limits, NOW } from '../support/entries.ts'
import { pageStore } from '../support/page-store.ts'

describe('the store of a page', () => {
  it('is a database: it counts, compares and refuses as the others do', async () => {
    const { journal, close } = await pageStore()
    const made = entry()
    assert.isTrue(await journal.record(made, limits()))
    assert.isFalse(await journal.record({ ...entry(), keyHash: made.keyHash }, limits()))
    assert.deepEqual(await journal.tally(limits()), { ofAddress: 1, ofContact: 1, ofDay: 1 })
    const changed = await journal.change({ ref: made.ref, version: 0 }, { state: 'confirmed' }, NOW)
    assert.strictEqual(changed?.state, 'confirmed')
    assert.isUndefined(await journal.change({ ref: made.ref, version: 0 }, { state: 'refused' }, NOW))
    await close()
  })

  it('shares nothing with another one on the same page', async () => {
    const [first, second] = await Promise.all([pageStore(), pageStore()])
    await first.journal.record(entry())
    assert.lengthOf(await first.journal.list(), 1)
    assert.lengthOf(await second.journal.list(), 0)
  })
})
