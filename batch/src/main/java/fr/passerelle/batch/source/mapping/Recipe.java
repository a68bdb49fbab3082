package fr.passerelle.batch.source.mapping;

import java.util.List;
import java.util.Map;

/**
 * What becomes of the records of a file.
 *
 * @param targets formula of each column of the table that has one
 * @param ignored columns of the file that never become text
 */
record Recipe(Map<String, Formula> targets, List<Glob> ignored) {}
