/* Small debates that the tests of the map's modules share. */
import {readDebate} from "../../../src/argumap/views/map/card-tree.js";

export const claim = (id, parent, relation, more = {}) => ({id, kind: "claim", title: id, parent, relation, ...more});

export const LEGEND = {
  relations: {
    supports: {word: "supports", sign: "+", dash: []},
    attacks: {word: "attacks", sign: "−", dash: []},
    rebuts: {word: "rebuts", sign: "↩", dash: []},
    contradicts: {word: "contradicts", sign: "⇄", dash: [2, 2]},
  },
  words: {},
  types: {},
  voices: {},
};

/** Two positions; the first has a reason of two linked premises and an objection that is answered. */
export const town = () =>
  readDebate({
    version: 1,
    title: "Town",
    nodes: [
      {id: "cars", kind: "issue", title: "Cars?"},
      claim("close", "cars", "answers", {role: "position", word: "answered"}),
      claim("air", "close", "supports", {
        step: "air+noise/close",
        voices: [{by: "guild", act: "argues", voice: "own"}],
      }),
      claim("noise", "close", "supports", {step: "air+noise/close"}),
      claim("trade", "close", "attacks", {step: "trade/close", tags: ["money"]}),
      claim("towns", "trade", "rebuts", {step: "towns/trade"}),
      claim("keep", "cars", "answers", {role: "position", word: "opposed"}),
    ],
    links: [{from: "close", relation: "contradicts", to: "keep"}],
    arguments: [
      {id: "air+noise/close", premises: ["air", "noise"], relation: "supports", target: "close"},
      {id: "trade/close", premises: ["trade"], relation: "attacks", target: "close"},
      {id: "towns/trade", premises: ["towns"], relation: "rebuts", target: "trade"},
      {id: "odd", premises: ["keep"], relation: "undercuts", target: "trade/close"},
    ],
    stakeholders: [{id: "guild", name: "The guild", type: "organisation"}],
  });

/** Cards as tall as their titles are long, whatever sets them. */
export const SIZES = {
  card: (node, width) => ({w: width, h: 20 + Math.ceil((node.title.length * 1500) / width)}),
  person: name => ({lines: [name], w: 80, h: 40}),
};
