package fr.passerelle.bench.contender;

/** One way to do a piece of the work. */
interface BenchContender {

    /** Does it, and tells what it did. */
    WorkResult run(Work work) throws Exception;
}
