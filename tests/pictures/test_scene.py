from __future__ import annotations

from argumap.pictures.scene import Disc, Group, Panel, Scene, SceneShape, Stroke, Words, paint_order
from argumap.pictures.typefaces import SANS

WORDS = Words("five", 10, 20, SANS, 10, "ink")
SHAPES: tuple[SceneShape, ...] = (
    WORDS,
    Panel(10, 20, 30, 40, 4, "surface"),
    Stroke((1, 2), (3, 4), "ink", 1),
    Disc(5, 6, 7, "ink", "ink", 1),
)


def test_words_stand_by_one_of_their_edges() -> None:
    ends = [Words("five", 100, 20, SANS, 10, "ink", edge=edge).left for edge in ("left", "middle", "right")]
    assert ends == [100, 100 - WORDS.width / 2, 100 - WORDS.width]


def test_mirroring_twice_gives_the_same() -> None:
    scene = Scene(100, 50, 1, "surface", (Group("text", SHAPES),))
    mirrored = scene.mirrored()
    assert mirrored != scene
    assert mirrored.mirrored() == scene
    (words,) = mirrored.words
    assert (words.x, words.edge) == (90, "right")


def test_shapes_move_down() -> None:
    words, panel, stroke, disc = (shape.moved(5) for shape in SHAPES)
    assert isinstance(words, Words)
    assert isinstance(panel, Panel)
    assert isinstance(stroke, Stroke)
    assert isinstance(disc, Disc)
    assert (words.y, panel.y, stroke.start, stroke.end, disc.y) == (25, 25, (1, 7), (3, 9), 11)


def test_what_nobody_reads_is_painted_first() -> None:
    read, drawn = Group("text", (WORDS,)), Group("drawing", (SHAPES[2],))
    assert list(paint_order([read, drawn])) == [SHAPES[2], WORDS]
