package fr.passerelle.local.program;

import java.time.Duration;

/**
 * How long a program is waited for before it counts as stuck.
 *
 * @param work until it ends by itself, or prints what is awaited
 * @param stop until it ends once it was asked to
 */
public record Patience(Duration work, Duration stop) {}
