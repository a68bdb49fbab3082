package fr.passerelle.cli.proposal;

import java.util.List;

/**
 * A mapping that is proposed.
 *
 * @param text of the mapping, in French; where the file lacks what its table requires, it says what to fill in
 * @param name fit for a file
 * @param table what the file is taken for, how far that can be trusted, and why
 * @param columns the same of each of its columns that are used
 */
public record MappingDraft(String text, String name, Line table, List<Line> columns) {

    /**
     * A guess, for the user.
     *
     * @param from column of the file as it is, to be shown where the file is and kept nowhere; the file for its table
     * @param target what it is taken for
     * @param confidence in it
     * @param reason why, in French, without its full stop
     */
    public record Line(String from, String target, Confidence confidence, String reason) {}
}
