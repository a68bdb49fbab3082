package fr.passerelle.cli.check;

/**
 * An activity that is not in the vocabulary and would become another one.
 *
 * @param words as the file has them: for the eyes of whoever has it
 * @param count how many lines
 */
public record OtherActivity(String words, long count) {}
