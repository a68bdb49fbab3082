package fr.passerelle.bench;

/** Why a measure does not count, in one French sentence: a program failed, or its result is not what it must be. */
final class BenchFault extends RuntimeException {

    BenchFault(String sentence) {
        super(sentence);
    }

    BenchFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
