package fr.passerelle.calendar.solver.search;

/** A round while calls go in and out of it, by their marks: what each costs there, near enough to choose by. Never changed itself. */
public interface RoundSketch {

    /** Of a call that the round cannot take. */
    long NO_ROOM = Long.MAX_VALUE;

    /** What a call would add to the road, or {@link #NO_ROOM}. */
    long added(int mark);

    /** What the road would lose without a call of the round. */
    long saved(int mark);

    /** Work that counts for the week. */
    long work();

    /** With a call that there is room for. */
    RoundSketch with(int mark);

    /** Without one of its calls. */
    RoundSketch without(int mark);
}
