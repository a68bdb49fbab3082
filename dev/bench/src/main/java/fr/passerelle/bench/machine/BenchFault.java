package fr.passerelle.bench.machine;

/** Why a measure does not count, in one French sentence: a program failed, or its result is not what it must be. */
public final class BenchFault extends RuntimeException {

    public BenchFault(String sentence) {
        super(sentence);
    }

    public BenchFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
