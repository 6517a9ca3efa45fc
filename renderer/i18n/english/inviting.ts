/** Bringing other laptops to the door: the invitation, the open room, and the warning that a browser gives. */
export const invitation = {
  button: "Invite",
  title: "Invite someone",
  lead: "Open this link on another laptop. Anyone who has it can knock. You decide whether to let them in.",
  link: "Invitation link",
  copy: "Copy the link",
  copied: "The link is copied.",
  notCopied: "The link could not be copied. You can select it above and copy it yourself.",
  anew: "Make a new invitation",
  anewMeans:
    "Has the link or the code come into the wrong hands? With a new one, the one before leads nowhere. Everyone who is in the meeting stays in it.",
  anewDone: "This is a new invitation. The one before leads nowhere any more.",
  room: {
    ask: "May other laptops in this room come in?",
    listens: "Then this laptop listens on the network it is on, until you close the room.",
    firewall: "Your system’s firewall may ask about it. Allow it for the network you are on.",
    readers: "Only those you let in can read anything.",
    open: "Yes, open the room",
    opening: "The room is being opened. If the system asks whether this may use the network, allow it.",
    onlyHere: "For now this link works on this laptop only.",
    isOpen: "The room is open",
    noNetwork: "This laptop is on no network.",
    noNetworkHelps: "Join a Wi-Fi, plug in a cable, or use a phone’s hotspot. The address then appears here.",
    scan: "Scan this with the camera of a phone or tablet.",
    code: "QR code that opens this meeting. The same link can be copied below.",
    address: "Or type this address into a browser on the same network",
    others: "If it does not open, try",
    words: "This laptop is called",
    wordsMean: "The program shows these words on other laptops, under “Near you”.",
    close: "Close the room",
    closing: "The room is being closed.",
    closeMeans:
      "When you close the room, nobody new comes in. Laptops that reach each other without this one stay together.",
  },
  warning: {
    title: "The browser will warn. That is expected.",
    because:
      "The laptop made its own certificate, and no company vouches for it. So the browser cannot know whose laptop it is. You can: you see it.",
    compare:
      "Unsure? Look at the certificate in the browser. The fingerprint under SHA-256 has to begin with these letters:",
    stop: "If it begins otherwise, do not go on: another device answers there.",
    press: "What to press there",
    browsers: { chromium: "Chrome, Edge", firefox: "Firefox", safari: "Safari" },
    steps: {
      chromium: "“Advanced”, then “Continue to …” or “Proceed to …”",
      firefox: "“Advanced”, then “Accept the Risk and Continue” or “Proceed to …”",
      safari: "“Show Details”, then “visit this website”, then “Visit Website”",
    },
  },
} as const;

/** Rooms that are open on the same network, on the page where a meeting is joined. */
export const nearby = {
  title: "Near you",
  look: "Look for rooms near you",
  lookMeans: "This looks on your own network for laptops whose room is open. Your system may ask about it.",
  looking: "Looking for rooms on this network.",
  none: "No open room has been found yet. You can also type the address that the other laptop shows.",
  lead: "These laptops on your network say that their room is open. Choose the one whose words your host shows you.",
  fingerprint: "fingerprint begins {{fingerprint}}",
} as const;
