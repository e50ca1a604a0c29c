# Windows：每天早上七点发一次；电脑那时关着，就在下次开机后补发。改好两个路径，用 PowerShell 运行一次。
# Windows: every morning at seven, or after the next start. Put your own two paths in, run it once.
$care = "C:\Program Files\care\care.exe"
$home_folder = "D:\留守儿童之家"

$action = New-ScheduledTaskAction -Execute $care -Argument "-C `"$home_folder`" mail --quiet"
$trigger = New-ScheduledTaskTrigger -Daily -At 7:00
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -ExecutionTimeLimit (New-TimeSpan -Hours 1)
Register-ScheduledTask -TaskName "care mail" -Action $action -Trigger $trigger -Settings $settings
