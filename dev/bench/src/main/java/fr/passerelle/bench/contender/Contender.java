package fr.passerelle.bench.contender;

/** One way to do a piece of the work. */
interface Contender {

    /** Does it, and tells what it did. */
    Done run(Work work) throws Exception;
}
