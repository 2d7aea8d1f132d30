// One seed for all generated tests of a run, printed. Another one: SEED=7 npm test -- unit
const DEFAULT_SEED = '2018'

export default (): void => {
  process.env['SEED'] ??= DEFAULT_SEED
  console.log(`Generated tests use SEED=${process.env['SEED']}`)
}
