// Who is treated as a child alone, and where a child is among the people.
import { expect, test } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import { isChildAlone, isChildAmong } from '#domain/child-alone.ts'

test.each<[string, SharedFields, [isAlone: boolean, isAmong: boolean]]>([
  ['a boy who says he is alone', { boys: 1, alone: 'yes' }, [true, true]],
  ['one of a group, said by the chip alone', { men: 1, boys: 1, urgent: ['child_alone'] }, [true, true]],
  ['one who was counted nowhere', { urgent: ['child_alone'] }, [true, true]],
  ['a family', { women: 1, girls: 2, alone: 'no' }, [false, true]],
  ['men', { men: 3, urgent: ['sick_or_hurt'] }, [false, false]]
])('%s', (_, arrival, expected) => {
  expect([isChildAlone(arrival), isChildAmong(arrival)]).toEqual(expected)
})
