/**
 * The words that a host's name is made of. Their number and order never change: a laptop would be called something else than
 * the one beside it calls it.
 */

/** 64 words that say what something looks or feels like. */
export const looks: readonly string[] = listed(`
  amber apricot azure beige blue brass bright bronze brown calm checked clear cobalt copper coral cosy
  cream crimson curly dotted emerald gentle gold green grey indigo ivory jade lilac little magenta maroon
  mauve mint navy ochre orange painted pearl pink purple quiet red rosy round ruby sandy scarlet
  shiny silver smooth soft speckled striped sunny teal tidy turquoise velvet violet warm white wooden yellow
`);

/** 256 plain things of the house, the kitchen, the garden and the way to it. */
export const things: readonly string[] = listed(`
  accordion acorn almond anchor apple apron armchair atlas awning badge bakery balcony bamboo banjo barn basil
  basket beach bean beehive bell bench berry bicycle blanket blossom boat bonnet book bookshelf boot bottle
  bouquet bowl bracelet branch bread brick bridge broom brush bucket bulb bus butter button cabin cake calendar
  camera canoe cape caravan cardigan carousel carpet carrot castle cellar cello chair chalk cheese chessboard
  chestnut chimney cinnamon clarinet clay cloak clock cloud clover coaster cocoa comb comet compass concertina
  cookie cork corridor cottage cotton couch crate crayon cup cupboard curtain cushion daffodil daisy dandelion
  desk diamond doorbell doormat drawer drum dumpling easel elm envelope fan farm feast fence fern ferry fiddle
  fig fireplace flask flower flute forest fork fountain garden garland gate geranium ginger glove grape grass
  guitar hallway hammock harbour harp hat hazelnut hedge hill honey horizon igloo island ivy jam jar jasmine
  jigsaw jug kettle kiosk kitchen kite lace ladder lake lamp lantern lavender lawn leaf lemon lemonade letter
  library lighthouse linen locket mailbox maple marble market meadow meteor mill mirror mitten moon moss
  mountain muffin mug museum napkin necklace nectar nest notebook nutmeg oak oar oboe onion orchard oven paddle
  pancake paper parasol parcel park parsley path pavilion pear pebble pencil penny pepper piano picnic pillow
  pine plate plum pocket poem pond popcorn porch postcard potato pottery pudding pumpkin puzzle quilt radio
  raincoat raisin rake raspberry ridge river road roof rowboat ruler saddle sail sandal sandwich saucer sauna
  scarf shed shelf shell ship shoe shovel sled slipper sofa spoon stairs stamp stool teapot
`);

function listed(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
