// What tests ask a page: what is seen of it, and what is not. `probe` alone is added to the page.
(() => {
  const shown = one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !one.closest('details:not([open]) > :not(summary)')
  const forReadersOfScreens = one => {
    for (let at = one; at; at = at.parentElement) {
      if (at.matches('.skip') || getComputedStyle(at).clipPath === 'inset(50%)') return true
    }
    return false
  }
  const inPicture = one => one.closest('svg') !== null
  const called = one => {
    const name = (one.getAttribute('aria-label') || one.textContent || '').trim().replace(/\s+/g, ' ')
    const kind = typeof one.className === 'string' && one.className
      ? '.' + one.className.trim().replace(/\s+/g, '.') : ''
    return `${one.tagName.toLowerCase()}${kind} “${name.slice(0, 40)}”`
  }

  // Colours as [red, green, blue, alpha], the last from 0 to 1.
  const colour = text => {
    const parts = (text.match(/[\d.]+/g) || ['0', '0', '0', '0']).map(Number)
    return parts.length === 3 ? [...parts, 1] : parts
  }
  const luminance = rgb => rgb.slice(0, 3)
    .map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0)
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const ground = one => {
    for (let at = one; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor)
      if (found[3] > 0.5) return found
    }
    return [255, 255, 255, 1]
  }

  // Each line of text that is on the page: [element, left, top, right, bottom].
  const lines = () => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const holder = node.parentElement
      if (!node.data.trim() || !shown(holder) || forReadersOfScreens(holder) || inPicture(holder)
        || holder.closest('option, script, style')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width > 1) found.push([holder, box.left, box.top, box.right, box.bottom])
      }
    }
    return found
  }

  const scrolls = one => {
    const box = one.closest('.scene-scroll, .table-scroll')
    return box !== null && /auto|scroll/.test(getComputedStyle(box).overflowX)
  }

  const probe = {
    // Texts that leave the page or their box, lie on one another, or make the page scroll sideways.
    cut() {
      const faults = []
      const width = document.documentElement.clientWidth
      const wide = document.documentElement.scrollWidth
      if (wide > width + 1) faults.push(`sideways: ${wide} in ${width}`)
      const found = lines().filter(([one]) => !scrolls(one))
      for (const [one, left, , right] of found) {
        if (left < -1 || right > width + 1) faults.push(`off the page: ${called(one)}`)
      }
      for (const one of document.body.querySelectorAll('*')) {
        if (inPicture(one) || !shown(one) || forReadersOfScreens(one)) continue
        const style = getComputedStyle(one)
        const over = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]
        if (style.overflowX === 'hidden' && over[0] > 1 || style.overflowY === 'hidden' && over[1] > 1)
          faults.push(`cut: ${called(one)}`)
        if (one.matches('select, input:not([type=checkbox], [type=hidden])')
          && one.clientHeight < parseFloat(style.fontSize) * 1.15) faults.push(`cut: ${called(one)}`)
      }
      // Only the middle of a line counts: letters reach less far than the room of a line.
      const middle = found.map(([one, left, top, right, bottom]) =>
        [one, left + 1, top + (bottom - top) * 0.25, right - 1, bottom - (bottom - top) * 0.25])
        .sort((a, b) => a[2] - b[2])
      middle.forEach(([one, left, , right, bottom], place) => {
        for (const [other, left2, top2, right2] of middle.slice(place + 1)) {
          if (top2 >= bottom) break
          if (one !== other && left < right2 && left2 < right)
            faults.push(`one on another: ${called(one)} and ${called(other)}`)
        }
      })
      return [...new Set(faults)]
    },

    // Controls under 24 by 24 pixels. A link within a sentence is exempt, and so is what a picture
    // holds: the table below it has the same links (WCAG 2.2, 2.5.8: inline, equivalent).
    small() {
      const inline = one => one.tagName === 'A' && [...one.parentElement.childNodes].some(node =>
        node.nodeType === Node.TEXT_NODE && /\p{L}{2}/u.test(node.data))
      return [...document.querySelectorAll('a[href], button, input, select, summary')]
        .filter(one => one.type !== 'hidden' && shown(one) && !inPicture(one)
          && !forReadersOfScreens(one) && !inline(one))
        .map(one => [one, one.type === 'checkbox' ? one.closest('label') || one : one])
        .map(([one, target]) => [one, target.getBoundingClientRect()])
        .filter(([, box]) => box.width < 23.9 || box.height < 23.9)
        .map(([one, box]) => `${called(one)} ${box.width.toFixed(0)} by ${box.height.toFixed(0)}`)
    },

    // What moves by itself, or glides.
    moving() {
      const seconds = text => Math.max(...text.split(',').map(parseFloat))
      const found = []
      for (const one of document.querySelectorAll('*')) {
        for (const part of [null, '::before', '::after']) {
          const style = getComputedStyle(one, part)
          if (seconds(style.transitionDuration) > 0
            || style.animationName !== 'none' && seconds(style.animationDuration) > 0
            || style.scrollBehavior === 'smooth') found.push(called(one))
        }
      }
      return [...new Set(found)]
    },

    // Blocks of colour without text: what they say must not vanish where colours are forced.
    // Call it before and after; it tells what was a mark then and stands out no more now.
    marks() {
      const found = []
      for (const one of document.querySelectorAll('body *')) {
        if (inPicture(one) || !shown(one)) continue
        for (const part of ['', '::before', '::after']) {
          const style = getComputedStyle(one, part || null)
          if (part && style.content === 'none') continue
          if (!part && (one.textContent.trim() || one.children.length)) continue
          const around = ground(part ? one : one.parentElement)
          const filled = colour(style.backgroundColor)
          const edged = ['Top', 'Right', 'Bottom', 'Left'].some(side =>
            parseFloat(style[`border${side}Width`]) > 0
            && !/none|hidden/.test(style[`border${side}Style`])
            && contrast(colour(style[`border${side}Color`]), around) >= 3)
          const stands = filled[3] > 0.5 && contrast(filled, around) >= 1.3
          if (edged || stands) found.push(called(one) + part)
        }
      }
      return found
    },

    // Controls without an edge or an underline of their own: nothing tells them from text.
    bare() {
      return [...document.querySelectorAll('button, .btn, input, select, summary')]
        .filter(one => one.type !== 'hidden' && one.type !== 'checkbox' && shown(one)
          && !one.matches('.part > summary'))
        .filter(one => {
          const style = getComputedStyle(one)
          return !['Top', 'Bottom', 'Left', 'Right'].some(side =>
            parseFloat(style[`border${side}Width`]) > 0
            && contrast(colour(style[`border${side}Color`]), ground(one.parentElement)) >= 3)
        })
        .map(called)
    },

    // Parts of pictures that do not stand on colours of their own where colours are forced.
    forced() {
      return [...document.querySelectorAll('svg.picture')].filter(shown)
        .filter(one => getComputedStyle(one).forcedColorAdjust !== 'none'
          || colour(getComputedStyle(one).backgroundColor)[3] < 1)
        .map(called)
    },

    // On paper: what has no use there, what is cut at the edge, and what cannot be read.
    paper() {
      const faults = []
      const useless = 'header nav, form, .skip, .lang, .menu, .states, .foot ul, .btn'
      for (const one of document.querySelectorAll(useless)) {
        if (shown(one)) faults.push(`of no use on paper: ${called(one)}`)
      }
      const width = document.documentElement.clientWidth
      const box = document.querySelector('main > .wrap').getBoundingClientRect()
      if (box.width < width - 2) faults.push(`not the full width: ${box.width} of ${width}`)
      for (const one of document.querySelectorAll('svg.picture, table')) {
        if (shown(one) && one.getBoundingClientRect().right > width + 1)
          faults.push(`cut at the edge: ${called(one)}`)
      }
      for (const one of document.querySelectorAll('.scene-scroll, .table-scroll')) {
        if (shown(one) && one.scrollHeight > one.clientHeight + 1)
          faults.push(`cut at the foot: ${called(one)}`)
      }
      if (luminance(ground(document.body)) < 0.9) faults.push('dark paper')
      for (const [one] of lines()) {
        const ink = colour(getComputedStyle(one).color)
        if (contrast(ink, ground(one)) < 4.5) faults.push(`faint on paper: ${called(one)}`)
      }
      return [...new Set(faults)]
    },

    // How the focus shows: what has it, and what is wrong with how.
    focus(selector) {
      const one = document.activeElement
      if (!one || one === document.body) return null
      const style = getComputedStyle(one)
      const box = one.getBoundingClientRect()
      const landing = one.tabIndex < 0
      let fault = ''
      if (!landing && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2))
        fault = 'no outline'
      else if (!landing && !inPicture(one)
        && contrast(colour(style.outlineColor), ground(one.parentElement)) < 3)
        fault = 'a faint outline'
      else if (!(box.width > 0 && box.height > 0)) fault = 'no size'
      else if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
        fault = 'out of sight'
      one.dataset.stop ??= String(window.stops = (window.stops || 0) + 1)
      return { stop: one.dataset.stop, name: called(one), fault, wanted: one.matches(selector) }
    },

    // How many stops there are for the Tab key.
    stops() {
      return [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
        .filter(one => one.type !== 'hidden' && !one.disabled && shown(one)
          || one.matches('.skip')).length
    },
  }
  window.probe = probe
})()
