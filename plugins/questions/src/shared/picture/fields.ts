import type { Field } from 'payload'
import { textRowsField } from '../rowFields.ts'
import { maxPlaces } from './places.ts'
import { maxCoordinates } from './shapes.ts'

/** The picture from the media library, and what to say to those who do not see it. */
export const pictureFields: Field[] = [
  {
    name: 'media',
    type: 'upload',
    relationTo: 'media',
    filterOptions: { mimeType: { contains: 'image/' } },
    label: { en: 'Picture', ru: 'Картинка' },
    admin: {
      description: {
        en: 'From the media library. Learners see the picture and its file name, so neither may tell the answer.',
        ru: 'Из медиатеки. Учащиеся видят картинку и имя файла, поэтому в них не должно быть ответа.',
      },
    },
  },
  {
    name: 'alt',
    type: 'text',
    localized: true,
    maxLength: 10_000,
    label: { en: 'Description of the picture here', ru: 'Описание картинки в этом вопросе' },
    admin: {
      description: {
        en: 'For those who do not see it, without the answer. Left empty, the description in the library is used.',
        ru: 'Для тех, кто её не видит, без ответа. Если пусто, берётся описание из медиатеки.',
      },
    },
  },
]

/** The picture to draw the areas on; they are what it shows, so it stores nothing. */
export const areaPadField: Field = {
  name: 'drawing',
  type: 'ui',
  admin: { components: { Field: '@lectern/questions/admin/AreaPad#AreaPad' } },
}

/** Form and place of an area, as a line of two fields. */
export const shapeFields: Field = {
  type: 'row',
  fields: [
    {
      name: 'shape',
      type: 'select',
      defaultValue: 'polygon',
      label: { en: 'Form', ru: 'Форма' },
      options: [
        { value: 'polygon', label: { en: 'Polygon', ru: 'Многоугольник' } },
        { value: 'circle', label: { en: 'Circle', ru: 'Круг' } },
        { value: 'rectangle', label: { en: 'Rectangle', ru: 'Прямоугольник' } },
      ],
      admin: { width: '30%' },
    },
    {
      name: 'coordinates',
      type: 'text',
      maxLength: maxCoordinates,
      label: { en: 'Coordinates, %', ru: 'Координаты, %' },
      admin: {
        width: '70%',
        placeholder: '10,10; 40,10; 25,60',
        description: {
          en: 'Percent of the picture, from the left and from the top. Polygon: x,y; x,y; x,y. Circle: x,y; radius (percent of the width). Rectangle: x,y; width,height.',
          ru: 'Проценты картинки, слева и сверху. Многоугольник: x,y; x,y; x,y. Круг: x,y; радиус (процент ширины). Прямоугольник: x,y; ширина,высота.',
        },
      },
    },
  ],
}

/** Places by name, right and wrong ones. */
export const placesField: Field = textRowsField({
  name: 'places',
  label: { en: 'Named places', ru: 'Места по названиям' },
  labels: { singular: { en: 'Place', ru: 'Место' }, plural: { en: 'Places', ru: 'Места' } },
  description: {
    en: 'With them the question can be answered from a list, without seeing the picture. Name right and wrong places: at least one in each right area, and others outside.',
    ru: 'По ним можно ответить из списка, не видя картинки. Назовите верные и неверные места: хотя бы одно в каждой верной области и другие вне их.',
  },
  text: { label: { en: 'Name', ru: 'Название' }, description: { en: 'Plain text.', ru: 'Простой текст.' } },
  maxRows: maxPlaces,
  fields: [
    {
      name: 'coordinates',
      type: 'text',
      maxLength: 40,
      label: { en: 'Place, %', ru: 'Место, %' },
      admin: {
        placeholder: '40,25',
        description: { en: 'x,y from the left and from the top.', ru: 'x,y слева и сверху.' },
      },
    },
  ],
})
