export { useLabels as useFormWords } from '#app/language/labels.ts'
