/** How many wrong passwords are taken. */
@NullMarked
package fr.passerelle.console.security;

import org.jspecify.annotations.NullMarked;
