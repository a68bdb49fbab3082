package fr.passerelle.study;

import java.util.Map;

/** What a study asks: all that its answer depends on, frozen when it is planned. Its components are what the database keeps, as JSON. */
public interface Question {

    /** The kind of study that asks it, as the database names it: a constant in capitals, such as ENVELOPPE. */
    String kind();

    /** Number of the published run that it starts from. */
    long run();

    /** By name, SHA-256 of each text that is kept beside it: files as they were read. */
    Map<String, String> inputs();

    /** SHA-256 over all that the answer depends on. 64 lower-case hexadecimal digits. */
    String hash();

    /** One that is asked of what its run proposed. */
    interface OfResults extends Question {

        /** SHA-256 over that run's proposals. */
        String resultHash();

        /** SHA-256 of the barème of that run. */
        String baremeHash();

        /** Month of that run, YYYY-MM. */
        String asOf();
    }
}
