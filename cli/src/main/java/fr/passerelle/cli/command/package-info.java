/** What each command has: its arguments, the application behind it, French help and mistakes, and text as wide as a terminal. */
@NullMarked
package fr.passerelle.cli.command;

import org.jspecify.annotations.NullMarked;
