/** Makes DMBackup a service of the operating system: units, program folders, rights. Files are written by plain functions, so that they can be read in tests; what touches the system stays thin. */
@NullMarked
package br.com.dmbackup.service;

import org.jspecify.annotations.NullMarked;
