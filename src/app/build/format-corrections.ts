// Where the common locale data has nothing for a language, and English would stand in, or a pattern nobody writes. Not
// yet checked by native readers, like all words of these languages.
import type { FormatTable, TabledLanguage } from '#app/language/format-table.ts'

type Correction = Partial<Omit<FormatTable, 'dates' | 'relative'>> & {
  relative?: Partial<FormatTable['relative']>
  /** The pattern alone: the names of months and days stay. `months`: those of another pattern. */
  dates?: Partial<Record<keyof FormatTable['dates'], { pattern: string; months?: keyof FormatTable['dates'] }>>
}

const ARABIC_COMMAS = { pair: '، ', between: '، ', last: '، ' }

export const FORMAT_CORRECTIONS: Partial<Record<TabledLanguage, Correction>> = {
  'fa-AF': { dates: { shortDate: { pattern: '{day} {month} {year}', months: 'dateOfDay' } } },
  ps: {
    dates: { dayAndMonth: { pattern: '{weekday}، {month} {day}' } },
    weekdayLetters: ['ی', 'د', 'د', 'څ', 'پ', 'ج', 'ا'],
    list: ARABIC_COMMAS
  },
  ur: { weekdayLetters: ['ا', 'پ', 'م', 'ب', 'ج', 'ج', 'ہ'] },
  ckb: {
    dates: {
      // A zero-width non-joiner sets the ending off from the number: who names the day by its number finds it.
      dateOfDay: { pattern: '{weekday}، {day}\u200cی {month}ی {year}' },
      monthOf: { pattern: '{month}ی {year}' }
    },
    relative: {
      second: { said: { 0: 'ئێستا' }, past: { other: '{n} چرکە لەمەوبەر' }, future: { other: '{n} چرکەی تر' } },
      minute: { said: {}, past: { other: '{n} خولەک لەمەوبەر' }, future: { other: '{n} خولەکی تر' } },
      hour: { said: {}, past: { other: '{n} کاتژمێر لەمەوبەر' }, future: { other: '{n} کاتژمێری تر' } },
      day: {
        said: { '-1': 'دوێنێ', 0: 'ئەمڕۆ', 1: 'سبەی' },
        past: { other: '{n} ڕۆژ لەمەوبەر' },
        future: { other: '{n} ڕۆژی تر' }
      }
    },
    list: ARABIC_COMMAS
  },
  // As in Sorani: the number stands by itself.
  'ku-Latn': { dates: { dateOfDay: { pattern: '{weekday}, {day}\u200cê {month}a {year}an' } } },
  so: {
    relative: {
      minute: {
        said: {},
        past: { one: '{n} daqiiqad kahor', other: '{n} daqiiqadood kahor' },
        future: { one: '{n} daqiiqad', other: '{n} daqiiqadood' }
      }
    }
  },
  // Several days ago was written as 'in several days'.
  ti: {
    relative: {
      day: {
        said: { '-1': 'ትማሊ', 0: 'ሎሚ', 1: 'ጽባሕ' },
        past: { other: 'ቅድሚ {n} መዓልቲ' },
        future: { other: 'ኣብ {n} መዓልቲ' }
      }
    }
  }
}
