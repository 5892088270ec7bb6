import { centreOf, type Shape } from './shapes.ts'

/** An area to be drawn, with what is written in its middle. */
export type Outline = { id: string; shape: Shape; label?: string | undefined }

/** The outline of an area over the whole of the surrounding `svg`. `aspect` is the picture's height ÷ width. */
export function ShapeOutline({ shape, label, aspect }: Pick<Outline, 'shape' | 'label'> & { aspect: number }) {
  const { x, y } = centreOf(shape)
  return (
    <>
      <svg className="q-area" aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
        {shape.kind === 'circle' ? <ellipse cx={shape.x} cy={shape.y} rx={shape.radius} ry={shape.radius / aspect} /> : null}
        {shape.kind === 'rectangle' ? <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} /> : null}
        {shape.kind === 'polygon' ? <polygon points={shape.points.map((point) => `${point.x},${point.y}`).join(' ')} /> : null}
      </svg>
      {label ? (
        <text className="q-area-label" textAnchor="middle" dy="0.35em" x={`${x}%`} y={`${y}%`}>
          {label}
        </text>
      ) : null}
    </>
  )
}
