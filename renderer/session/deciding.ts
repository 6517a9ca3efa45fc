import type { Sayable } from "../../shared/consent/spoken.ts";
import type { DecisionId, OwnedId, TaskId, VoiceId, WayId, WishId } from "../../shared/feed/ids.ts";
import { createOwnedId, owns } from "../../shared/meeting/owned-id.ts";
import type { MeetingStatement } from "../../shared/meeting/statements.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { DecidingWishes, TakenOn } from "./deciding-wishes.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { Refusal } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";

/** Wishes about what is decided, carried out on a live meeting. */
export function deciding(live: LiveMeeting, permission: Permission): DecidingWishes {
  return {
    wordDecision: (text, leftOpen) => stateOwn(text, (decision: DecisionId) => worded(decision, text, leftOpen)),
    async rewordDecision(decision, text) {
      const known = live.state.meeting.decisions.get(decision);
      if (known === undefined) return no("nothing-written");
      return restateOwn(decision, worded(decision, text, known.leftOpen));
    },
    considerWay: (decision, text) => stateOwn(text, (way: WayId) => considered(decision, way, text)),
    rewordWay: (decision, way, text) => restateOwn(way, considered(decision, way, text)),
    tellMatter: (voice, decision, way, words) =>
      said(voice, { kind: "matter-told", decision, way, words: words.trim() }),
    async takePosition(voice, decision, { position, words, mayStand }) {
      const wording = live.state.meeting.decisions.get(decision)?.text;
      if (wording === undefined) return no("nothing-written");
      const stands = position === "do-not-agree" && mayStand ? { mayStand } : {};
      return said(voice, { kind: "position-taken", decision, wording, position, words: words.trim(), ...stands });
    },
    // A position on no wording counts for nothing, and the last one of a voice is the one that it has.
    takeBackPosition: (voice, decision) =>
      said(voice, { kind: "position-taken", decision, wording: "", position: "not-ready", words: "" }),
    setReview: (decision, on) =>
      permission.declared(permission.maySayOwn(), { kind: "review-set", decision, on: on.trim() }),

    async takeOn(voice, taken) {
      if (saysNothing(taken)) return no("nothing-written");
      return sayOwn(voice, (task: TaskId) => takenOn({ task, ...taken }));
    },
    async changeTask(id, { what, until }) {
      const task = live.state.meeting.tasks.get(id);
      if (task === undefined || saysNothing({ ...task, what })) return no("nothing-written");
      const { decision, because, voice } = task;
      const anew = (again: TaskId) => takenOn({ task: again, decision, because, what, until });
      if (isOwn(id)) return said(voice, anew(id));
      // Somebody else had written it down for this voice: it lets go of that, and takes on what is written down now.
      const begun = await sayOwn(voice, anew);
      return begun.ok ? said(voice, { kind: "task-let-go", task: id }) : begun;
    },
    async letGoOfTask(task) {
      const voice = live.state.meeting.tasks.get(task)?.voice;
      return voice === undefined ? no("nothing-written") : said(voice, { kind: "task-let-go", task });
    },

    async wordWish(voice, text) {
      if (text.trim() === "") return no("nothing-written");
      return sayOwn(voice, (wish: WishId) => wished(wish, text));
    },
    async rewordWish(wish, text) {
      const voice = live.state.meeting.wishes.get(wish)?.voice;
      if (voice === undefined) return no("nothing-written");
      if (text.trim() !== "" && !isOwn(wish)) return no("written-by-another");
      return said(voice, wished(wish, text));
    },
    weighWish: (voice, wish, as, words) => said(voice, { kind: "wish-weighed", wish, as, words: words.trim() }),

    setNextMeeting: ({ when, where, who, text }) =>
      permission.declared(permission.maySpeak(), {
        kind: "next-meeting-set",
        when: when.trim(),
        where: where.trim(),
        who: who.trim(),
        text: text.trim(),
      }),
  };

  /** Whether it was written under the key of the voice that speaks now. */
  function isOwn(id: OwnedId): boolean {
    const mark = live.voices.speaker?.pen.mark;
    return mark !== undefined && owns(mark, id);
  }

  /** States something new that is the speaking voice's own, under a name that says so. */
  async function stateOwn<Id extends OwnedId>(
    text: string,
    statement: (id: Id) => MeetingStatement,
  ): Promise<Result<Id, Refusal>> {
    const local = permission.maySayOwn();
    if (!local.ok) return local;
    if (text.trim() === "") return no("nothing-written");
    const id = createOwnedId<Id>(local.value.pen.mark);
    const stated = await permission.declared(local, statement(id));
    return stated.ok ? ok(id) : stated;
  }

  async function restateOwn(id: OwnedId, statement: MeetingStatement): Promise<Result<null, Refusal>> {
    const local = permission.maySayOwn();
    if (!local.ok) return local;
    return isOwn(id) ? permission.declared(local, statement) : no("not-yours");
  }

  /** The same for what can be said aloud: its name is of whoever writes it down. */
  async function sayOwn<Id extends OwnedId>(voice: VoiceId, says: (id: Id) => Sayable): Promise<Result<Id, Refusal>> {
    const local = permission.maySpeak();
    if (!local.ok) return local;
    const id = createOwnedId<Id>(local.value.pen.mark);
    const done = await said(voice, says(id));
    return done.ok ? ok(id) : done;
  }

  /** Decisions are a matter of whoever speaks now: each voice here in its turn, and those without a device aloud. */
  async function said(voice: VoiceId, says: Sayable): Promise<Result<null, Refusal>> {
    const local = permission.isSeated(voice) ? permission.maySpeak() : permission.maySayOwn();
    if (!local.ok) return local;
    if (!permission.isSeated(voice) && local.value.id !== voice) return no("not-yours");
    return permission.said(voice, says);
  }
}

/** What is taken on has to be said, where nothing that it answers says it. */
function saysNothing({ decision, because, what }: Pick<TakenOn, "because" | "decision" | "what">): boolean {
  return what.trim() === "" && decision === null && because === null;
}

function worded(decision: DecisionId, text: string, leftOpen: boolean): MeetingStatement {
  return { kind: leftOpen ? "left-open" : "decision-worded", decision, text: text.trim() };
}

function considered(decision: DecisionId, way: WayId, text: string): MeetingStatement {
  return { kind: "way-considered", decision, way, text: text.trim() };
}

function takenOn(task: Omit<Extract<Sayable, { readonly kind: "task-taken-on" }>, "kind">): Sayable {
  return { ...task, kind: "task-taken-on", what: task.what.trim(), until: task.until.trim() };
}

function wished(wish: WishId, text: string): Sayable {
  return { kind: "wish-worded", wish, text: text.trim() };
}
