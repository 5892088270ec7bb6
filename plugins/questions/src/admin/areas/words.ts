import type { ShapeKind } from '../../shared/picture/shapes.ts'

const en = {
  title: 'Draw the areas',
  noPicture: 'Choose a picture above, then draw on it.',
  unreadable: 'The picture cannot be shown.',
  add: 'Add',
  shapes: { rectangle: 'Rectangle', circle: 'Circle', polygon: 'Polygon' } satisfies Record<ShapeKind, string>,
  marker: 'For the marker',
  noMarkers: 'Add a marker below first.',
  area: (number: number, text: string) => (text ? `${number}: ${text}` : `Area ${number}`),
  chosen: 'Area',
  handles: {
    middle: 'Middle',
    rim: 'Rim',
    'upper left': 'Upper left corner',
    'upper right': 'Upper right corner',
    'lower right': 'Lower right corner',
    'lower left': 'Lower left corner',
  } satisfies Record<string, string> as Record<string, string>,
  corner: (number: number) => `Corner ${number}`,
  whole: 'Whole area',
  place: (x: string, y: string) => `${x} % from the left, ${y} % from the top`,
  keys: 'Drag the points. On a keyboard: Tab to a point, then arrow keys; with Shift in larger steps, with Alt in small ones.',
  addCorner: 'Add a corner after it',
  removeCorner: 'Remove the corner',
  problems: {
    COORDINATES_UNREADABLE: 'The coordinates cannot be read; write them as the field below it says.',
    COORDINATES_OUTSIDE: 'The area reaches beyond the picture.',
    SHAPE_EMPTY: 'The area is too small to be met.',
    SHAPE_TOO_LARGE: 'The area covers the whole picture, so it asks nothing.',
    POLYGON_CROSSES_ITSELF: 'The outline would cross itself. The point stays where it was.',
  } satisfies Record<string, string> as Record<string, string>,
}

const ru: typeof en = {
  title: 'Нарисуйте области',
  noPicture: 'Выберите выше картинку, затем рисуйте на ней.',
  unreadable: 'Картинку не удаётся показать.',
  add: 'Добавить',
  shapes: { rectangle: 'Прямоугольник', circle: 'Круг', polygon: 'Многоугольник' },
  marker: 'Для метки',
  noMarkers: 'Сначала добавьте ниже метку.',
  area: (number, text) => (text ? `${number}: ${text}` : `Область ${number}`),
  chosen: 'Область',
  handles: {
    middle: 'Центр',
    rim: 'Край',
    'upper left': 'Левый верхний угол',
    'upper right': 'Правый верхний угол',
    'lower right': 'Правый нижний угол',
    'lower left': 'Левый нижний угол',
  },
  corner: (number) => `Угол ${number}`,
  whole: 'Вся область',
  place: (x, y) => `${x} % слева, ${y} % сверху`,
  keys: 'Перетаскивайте точки. С клавиатуры: Tab до точки, затем стрелки; с Shift — крупным шагом, с Alt — мелким.',
  addCorner: 'Добавить угол после него',
  removeCorner: 'Убрать угол',
  problems: {
    COORDINATES_UNREADABLE: 'Координаты не читаются; запишите их, как сказано у поля.',
    COORDINATES_OUTSIDE: 'Область выходит за картинку.',
    SHAPE_EMPTY: 'Область слишком мала, чтобы в неё попасть.',
    SHAPE_TOO_LARGE: 'Область закрывает всю картинку, и вопроса не остаётся.',
    POLYGON_CROSSES_ITSELF: 'Контур пересёк бы сам себя. Точка осталась на месте.',
  },
}

export type AreaWords = typeof en

export function areaWords(language: string): AreaWords {
  return language === 'ru' ? ru : en
}
