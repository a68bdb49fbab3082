package fr.passerelle.cli.check;

import java.util.List;

/**
 * What a dry run found several times under one code.
 *
 * @param code stable code in capitals
 * @param count how many times
 * @param first the first of them
 */
public record Cases<T>(String code, long count, List<T> first) {}
