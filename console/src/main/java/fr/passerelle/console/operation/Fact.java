package fr.passerelle.console.operation;

/** A line of what a page tells before somebody confirms. */
public record Fact(String name, String value) {}
