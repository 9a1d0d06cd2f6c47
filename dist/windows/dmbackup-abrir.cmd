@echo off
rem Takes the place of DMBackup.exe in the ERP: makes sure that DMBackup runs and shows the warning, if there is one.
rem Not yet tried on Windows. Ends with the exit code of "dmbackup ensure-running": 0 running, 10 running with a warning.
setlocal
set "AVISO=%TEMP%\dmbackup-aviso-%RANDOM%%RANDOM%.txt"
call "%~dp0..\dmbackup.cmd" ensure-running %* >"%AVISO%" 2>&1
set "CODIGO=%ERRORLEVEL%"
if not "%CODIGO%"=="0" start "" wscript.exe "%~dp0dmbackup-aviso.vbs" "%AVISO%"
if "%CODIGO%"=="0" del "%AVISO%" 2>nul
exit /b %CODIGO%
