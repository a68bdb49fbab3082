/** What the program is as a process: its folder, its health. */
@NullMarked
package fr.passerelle.events;

import org.jspecify.annotations.NullMarked;
