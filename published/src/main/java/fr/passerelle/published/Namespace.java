package fr.passerelle.published;

/** The first part of every topic's name, of a live system by its settings or of a replay, by which their rows are told apart. */
public record Namespace(String name) {}
