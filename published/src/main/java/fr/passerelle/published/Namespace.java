package fr.passerelle.published;

/**
 * The first part of every topic's name, by which the rows of a live system and of its replays are told apart.
 *
 * @param name as the settings of the program have it, or as a replay has it
 */
public record Namespace(String name) {}
