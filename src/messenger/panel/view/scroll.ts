/** Keeps the newest message in sight for a reader who is at the end, and leaves alone one who has scrolled up. */
export class Follow {
  private atEnd = true

  constructor(
    private readonly box: HTMLElement,
    private readonly moved: (atEnd: boolean) => void,
    nearTop: () => void,
  ) {
    box.addEventListener('scroll', () => {
      const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 60
      if (atEnd !== this.atEnd) this.moved((this.atEnd = atEnd))
      if (box.scrollTop < 80) nearTop()
    }, { passive: true })
    new ResizeObserver(() => this.atEnd && this.toEnd(false)).observe(box)
    box.addEventListener('load', () => this.atEnd && this.toEnd(false), true)
  }

  /** Draws, and keeps what is being read where it is. */
  around(draw: () => void): void {
    const { scrollHeight, scrollTop } = this.box
    const first = this.box.querySelector('.entry')
    draw()
    if (this.atEnd) this.toEnd(false)
    else if (first !== this.box.querySelector('.entry')) this.box.scrollTop = scrollTop + this.box.scrollHeight - scrollHeight
  }

  get following(): boolean {
    return this.atEnd
  }

  toEnd(smooth: boolean): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.box.scrollTo({ top: this.box.scrollHeight, behavior: smooth && !calm ? 'smooth' : 'instant' })
    this.atEnd = true
  }
}
